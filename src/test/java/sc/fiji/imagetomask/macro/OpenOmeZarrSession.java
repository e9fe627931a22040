package sc.fiji.imagetomask.macro;

import ij.macro.Interpreter;
import java.nio.file.Path;

/** Macros that open OME-Zarr images and make masks of them, without a display. */
public final class OpenOmeZarrSession {

    private OpenOmeZarrSession() {}

    /** Arguments: the folder of our classes, a plate, the files for two masks, a server's address, that of an S3 server, a file for a mask. */
    public static void main(String[] args) throws Exception {
        HeadlessFiji.start(Path.of(args[0]));
        String state = "getDimensions(w, h, c, z, t); print(getTitle, w, h, c, z, t, is('composite'));";
        String mask = "run('Image To Mask...', 'engine=java channel=[R (RGB)]'); saveAs('Tiff', '%s');";
        Macros.run("run('Open OME-Zarr...', 'path=[" + args[1] + "] field=B/2/0');" + state + mask.formatted(args[2]));
        Macros.run("path = '" + args[4].replace("http:/1", "http://1")
                + "/plate.zarr'; run('Open OME-Zarr...', 'path=&path field=A/1/1 level=1');" + state
                + mask.formatted(args[3]));
        Macros.run("server = '" + args[5].replace("http:/1", "http://1")
                + "'; run('Open OME-Zarr...', 'path=s3://bucket/plate.zarr s3-endpoint=&server s3-anonymous"
                + " field=A/1/1 level=1');" + state + mask.formatted(args[6]));
        for (String options : new String[] {
            "",
            "path=/nowhere",
            "path=s3://bucket/x.zarr s3-endpoint=host",
            "path=ftp://host/x.zarr",
            "path=[" + args[1] + "]",
            "path=[" + args[1] + "] field=C/1/0",
            "path=[" + args[1] + "] field=A/1/0 level=7",
            "path=[" + args[1] + "] level=x",
            "path=[" + args[1] + "] depth=1"
        }) Macros.run("run('Open OME-Zarr...', '" + options + "'); print('went on');");
        System.exit(0);
    }

    /** Apart, because its classes must not be loaded before ImageJ is patched. */
    private static final class Macros {

        static void run(String macro) {
            Interpreter interpreter = new Interpreter();
            interpreter.setIgnoreErrors(true);
            interpreter.run("setBatchMode(true);" + macro);
            System.out.println("error: " + interpreter.getErrorMessage());
        }
    }
}
