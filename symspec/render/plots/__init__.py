"""Pictures of a spectrum and of the sizes of powers: plain data, an SVG writer of its own, matplotlib."""
