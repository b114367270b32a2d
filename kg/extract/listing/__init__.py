"""Listing pages: tag pages of a trade journal, item after item of headline, teaser and tag line."""
