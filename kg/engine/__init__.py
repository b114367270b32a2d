"""Many documents on many machines: the same extractor, the same rules of identity, the same statements, on Spark.

Optional: nothing above needs this room. What it writes are tables of part files (`part`); `build` is the order of it
all.
"""
