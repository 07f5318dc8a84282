"""Charts drawn by ourselves: frozen figures, one way to draw them on a screen and on paper."""
