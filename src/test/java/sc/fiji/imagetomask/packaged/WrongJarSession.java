package sc.fiji.imagetomask.packaged;

import ij.IJ;
import ij.ImageJ;
import ij.macro.Interpreter;

/** Macros and a person with jars that are not meant for ImageJ; prints what is told, and what opens. */
public final class WrongJarSession {

    private WrongJarSession() {}

    /** Argument: ImageJ's folder. */
    public static void main(String[] args) throws Exception {
        ImageJ.main(new String[] {"-ijpath", args[0], "-port0"});
        IJ.createImage("picture", "RGB ramp", 40, 30, 1).show();
        for (String macro : new String[] {
            "run('Image To Mask...', 'black=3'); rename('went on');",
            "run('Channel Gallery'); rename('went on');",
            "run('Make Mask Again'); rename('went on');",
        }) {
            Interpreter interpreter = new Interpreter();
            interpreter.setIgnoreErrors(true);
            interpreter.run(macro);
            System.out.println("macro: " + interpreter.getErrorMessage());
        }
        new Interpreter().run("setMetadata('Info', call('sc.fiji.imagetomask.ij1.BatchMask.mistake', ''));");
        System.out.println("batch: " + IJ.getImage().getInfoProperty());
        WindowWatch.start();
        IJ.doCommand("Image To Mask...");
        Thread.sleep(3000);
        System.out.println("told: " + IJ.getErrorMessage());
        System.out.println("image: " + IJ.getImage().getTitle());
        System.exit(0);
    }
}
