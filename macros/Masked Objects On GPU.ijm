// Masked Objects On GPU
//
// Counts objects of a colour in the active image without leaving the GPU: pushes its colours, makes a mask, thresholds it
// by Otsu's method, labels what touches, and only then pulls two images: "Mask of TITLE" and "Labels of TITLE". The
// count is printed.
//
// To run: Plugins > Macros > Run..., or from a macro with channel, black, white, gray and invert:
//
//     runMacro("Masked Objects On GPU.ijm", "U (YUV) | 178 | 210 | 1 | false");
//
// Without an argument these are the values. To install: needs the plugin Image To Mask and CLIJ2 (update sites "clij" and
// "clij2"), so Fiji. Copy this file into ImageJ's folder "macros".

settings = getArgument();
if (settings == "") settings = "U (YUV) | 178 | 210 | 1 | false";
parts = split(settings, "|");
if (parts.length != 5)
	exit("The argument is '" + settings + "', but must be channel | black | white | gray | invert.");
channel = String.trim(parts[0]);
black = parseFloat(parts[1]);
white = parseFloat(parts[2]);
gray = parseFloat(parts[3]);
inverted = matches(parts[4], " *true *");

if (nImages == 0) exit("No image is open, but one must be.");
picture = getTitle();
mask = "Mask of " + picture;
binary = "Binary of " + picture;
labels = "Labels of " + picture;

run("CLIJ2 Macro Extensions", "cl_device=");
Ext.CLIJ2_pushColours(picture);
Ext.CLIJ2_imageToMask(picture, mask, channel, black, white, gray, inverted);
Ext.CLIJ2_thresholdOtsu(mask, binary);
Ext.CLIJ2_connectedComponentsLabelingBox(binary, labels);
count = 0;
Ext.CLIJ2_getMaximumOfAllPixels(labels, count);
Ext.CLIJ2_pull(mask);
Ext.CLIJ2_pull(labels);
Ext.CLIJ2_release(picture);
Ext.CLIJ2_release(mask);
Ext.CLIJ2_release(binary);
Ext.CLIJ2_release(labels);
print(count + " objects in " + picture);
