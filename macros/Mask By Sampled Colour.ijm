// Mask By Sampled Colour
//
// Select something of a colour, by points, a line or an area, and run this: it finds the channel and the levels whose mask
// separates the selection best from the rest of the slice, and makes this mask. What it found is printed as a line for your
// own macros, and a table lists all channels. The selection stays. This is run("Find Mask Settings", "slices=current").
//
// To run: Plugins > Masks > Macros > Mask By Sampled Colour, or from a macro with further options of Find Mask Settings:
//
//     runMacro("Mask By Sampled Colour.ijm", "output=binary");
//
// Earlier versions took a tolerance before the options, as in "20 | output=binary". This still works, but the tolerance is
// not used any more, because the levels are found from the selection.
//
// To install: needs the plugin Image To Mask. Comes with its menu; to change it, copy this file into ImageJ's folder
// "macros" and run the copy by Plugins > Macros > Run...

options = getArgument();
if (indexOf(options, "|") >= 0 || matches(options, "[ 0-9.]+")) {
	parts = split(options + " ", "|");
	tolerance = String.trim(parts[0]);
	if (isNaN(parseFloat(tolerance)))
		exit("The tolerance is '" + tolerance + "', but must be a number; it is not used any more and may be left out.");
	print("The tolerance " + tolerance + " is not used any more: the levels are found from the selection.");
	options = "";
	if (parts.length > 1) options = String.trim(parts[1]);
}
run("Find Mask Settings", "slices=current " + options);
