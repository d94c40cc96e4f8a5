# coding: nosuch
"""Checks."""
