// Batch Image To Mask
//
// Makes a mask of every picture in a folder and saves it as "Mask of NAME.tif" in another folder (or in the same one),
// with ImageJ's progress bar; several pictures at once. Files that are no pictures, masks made before, and subfolders are passed over. A mask
// that is there already is replaced. Masks are whole whenever ImageJ is closed. A picture that cannot be opened, or of
// which no mask can be made, is printed with the reason, and the next one follows. Images that are open stay as they are.
//
// To run: Plugins > Masks > Macros > Batch Image To Mask... asks for the folders and the options. From a macro, or
// from the command line (ImageJ -batch "Batch Image To Mask.ijm" "ARGUMENT"), without a dialog:
//
//     runMacro("Batch Image To Mask.ijm", "/pictures | /masks | channel=[U (YUV)] black=178 white=210");
//
// The options are those of run("Image To Mask...", OPTIONS); Plugins > Macros > Record... writes them down.
//
// To install: needs the plugin Image To Mask. Comes with its menu; to change it, copy this file into ImageJ's folder
// "macros" and run the copy by Plugins > Macros > Run...

argument = getArgument();
if (argument == "") argument = call("sc.fiji.imagetomask.ij1.BatchMask.ask");
if (argument == "") exit; // canceled
parts = split(argument + " ", "|");
if (parts.length < 2 || parts.length > 3)
	exit("The argument is '" + argument + "', but must be 'PICTURES | MASKS | OPTIONS'.");
options = "";
if (parts.length == 3) options = parts[2];
pictures = folder("Pictures", parts[0]);
masks = folder("Masks", parts[1]);

commands = call("ij.Menus.getCommands"); // without its window ImageJ looks for plugins only when asked
mistake = call("sc.fiji.imagetomask.ij1.BatchMask.mistake", options);
if (mistake != "") exit(mistake);

setBatchMode(true); // the progress bar shows the folder's progress only
files = getFileList(pictures);
paths = "";
count = 0;
for (i = 0; i < files.length; i++) {
	if (isPicture(files[i])) {
		paths += pictures + files[i] + "\n";
		count++;
	}
}
made = parseInt(call("sc.fiji.imagetomask.ij1.BatchMask.saveAll", paths, options, masks));
showProgress(1);
print("" + made + " masks in " + masks + ", " + (count - made) + " failed");

function folder(name, path) {
	path = String.trim(path);
	if (!File.isDirectory(path)) exit(name + " is '" + path + "', but must be a folder.");
	if (!endsWith(path, "/") && !endsWith(path, File.separator)) path += File.separator;
	return path;
}

function isPicture(name) {
	if (startsWith(name, "Mask of ")) return false;
	suffixes = newArray(".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".bmp", ".pgm", ".ppm");
	for (s = 0; s < suffixes.length; s++)
		if (endsWith(toLowerCase(name), suffixes[s])) return true;
	return false;
}
