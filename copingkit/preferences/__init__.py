"""Choices that hold nothing private: looks, language, country, paper, idle time."""
