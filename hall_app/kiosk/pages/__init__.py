"""The pages of the kiosk: for each form a view model, made from a release for a visitor."""
