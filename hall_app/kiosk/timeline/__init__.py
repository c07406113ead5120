"""The timeline's geometry: scales, the skein, labels by rank, one year's cards. No Qt."""
