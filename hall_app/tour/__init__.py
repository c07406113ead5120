"""The program showing itself: the main job done once, with pictures."""

from hall_app.tour.guide import take as take
