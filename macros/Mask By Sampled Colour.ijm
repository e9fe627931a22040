// Mask By Sampled Colour
//
// Select something of a colour, by a point, a line or an area, and run this: it finds the channel of L, A and B (LAB)
// in which this colour stands out most, and makes a mask of the whole slice where the colour is white and the
// picture's average black. What it chose is printed as a line for your own macros. The selection stays.
//
// How it chooses: each of the three channels, as the Channel Gallery shows it, is measured at the selection and over
// the slice. The one wins where the selection is the most standard deviations away from the average. White begins at
// the selection's mean value less its own spread, or less the tolerance if that is more; black ends two fifths of the
// way back to the average. A colour that lies between others in all three channels cannot be told from them so.
//
// To run: Plugins > Masks > Macros > Mask By Sampled Colour, or from a macro with a tolerance (0..255, 12 by default)
// and further options of run("Image To Mask...", OPTIONS):
//
//     runMacro("Mask By Sampled Colour.ijm", "20 | output=binary");
//
// To install: needs the plugin Image To Mask. Comes with its menu; to change it, copy this file into ImageJ's folder
// "macros" and run the copy by Plugins > Macros > Run...

tolerance = 12;
further = "";
argument = getArgument();
if (argument != "") {
	parts = split(argument + " ", "|");
	tolerance = parseFloat(parts[0]);
	if (isNaN(tolerance) || tolerance < 0 || tolerance > 255)
		exit("The tolerance is '" + String.trim(parts[0]) + "', but must be a number from 0 to 255.");
	if (parts.length > 1) further = " " + String.trim(parts[1]);
}

if (nImages == 0) exit("No image is open, but one must be.");
if (selectionType() < 0) exit("Nothing is selected, but a point, a line or an area of the colour must be.");
picture = getImageID();
width = getWidth();
height = getHeight();
Roi.getContainedPoints(xs, ys);
step = Math.ceil(xs.length / 2000);

alone = !is("Batch Mode");
if (alone) setBatchMode(true);
run("Channel Gallery", "as=stack");
gallery = getImageID();
best = -1;
for (slice = 1; slice <= nSlices; slice++) {
	setSlice(slice);
	channel = getInfo("slice.label");
	if (endsWith(channel, "(LAB)")) {
		n = 0;
		sum = 0;
		squares = 0;
		for (i = 0; i < xs.length; i += step) {
			if (xs[i] >= 0 && ys[i] >= 0 && xs[i] < width && ys[i] < height) {
				value = getPixel(xs[i], ys[i]);
				n++;
				sum += value;
				squares += value * value;
			}
		}
		if (n == 0) exit("The selection lies outside the image, but must be on it.");
		mean = sum / n;
		spread = Math.sqrt(Math.max(0, squares / n - mean * mean));
		getStatistics(area, average, darkest, brightest, deviation);
		contrast = 0;
		if (deviation > 0) contrast = Math.abs(mean - average) / deviation;
		if (contrast > best) {
			best = contrast;
			bestChannel = channel;
			bestMean = mean;
			bestSpread = spread;
			bestAverage = average;
		}
	}
}
selectImage(gallery);
close();

near = Math.max(bestSpread, tolerance);
back = bestMean + 0.4 * (bestAverage - bestMean);
if (bestMean > bestAverage) {
	white = limited(bestMean - near);
	black = limited(Math.min(back, bestMean - near) - 1);
	inverted = "false";
} else {
	black = limited(bestMean + near);
	white = limited(Math.max(back, bestMean + near) + 1);
	inverted = "true";
}
if (black == white) {
	if (black > 0) black--;
	else white++;
}
options = "channel=[" + bestChannel + "] black=" + black + " white=" + white + " invert=" + inverted
	+ " slices=current" + further;
print("run(\"Image To Mask...\", \"" + options + "\");");

selectImage(picture);
run("Select None");
run("Image To Mask...", options);
mask = getImageID();
if (mask != picture) {
	selectImage(picture);
	run("Restore Selection");
	selectImage(mask);
}
if (alone) setBatchMode("exit and display");

function limited(value) {
	return Math.round(Math.min(255, Math.max(0, value)));
}
