"""The Qt kit: looks, widgets and manners; knows no tool and no vault."""
