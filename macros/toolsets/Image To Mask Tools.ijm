// Image To Mask Tools
//
// Two tools in ImageJ's toolbar. "Mask By Sampled Colour": a click on a picture makes the mask of the colour that was
// clicked on; a double click on the tool opens its options. "Image To Mask": a menu with all commands of the plugin.
//
// To run: Plugins > Masks > Macros > Image To Mask Tools, until the tools are replaced or ImageJ ends.
//
// To install: needs the plugin Image To Mask. To have the tools in the toolbar's menu ">>", copy this file into
// ImageJ's folder "macros/toolsets".

macro "Mask By Sampled Colour Tool - C000R00ffCeacF117eC730V2555C000F817eCfffV9555" {
	radius = parseInt(call("ij.Prefs.get", "imagetomask.tools.radius", "3"));
	options = call("ij.Prefs.get", "imagetomask.tools.find", "");
	getCursorLoc(x, y, z, modifiers);
	makeOval(x - radius, y - radius, 2 * radius + 1, 2 * radius + 1);
	call("ij.plugin.Macro_Runner.runMacroFromJar", "macros/Mask By Sampled Colour.ijm", options);
}

macro "Mask By Sampled Colour Tool Options" {
	chosen = call("sc.fiji.imagetomask.ij1.ToolOptions.ask"); // else it is printed
}

var commands = newMenu("Image To Mask Menu Tool",
	newArray("Image To Mask...", "Channel Gallery", "Find Mask Settings", "Make Mask Again", "-", "Mask By Sampled Colour", "Batch Image To Mask..."));

macro "Image To Mask Menu Tool - C000R00ffCfffF11eeC000V3399" {
	command = getArgument();
	if (command != "-") doCommand(command);
}
