"""The screens: each reads frames through ui.cache, counts and orders them, and puts its panels together."""
