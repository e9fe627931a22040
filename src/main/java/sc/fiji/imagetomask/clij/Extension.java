package sc.fiji.imagetomask.clij;

import ij.IJ;
import ij.macro.Interpreter;
import net.haesleinhuepf.clij.clearcl.exceptions.ClearCLException;
import net.haesleinhuepf.clij.macro.CLIJOpenCLProcessor;
import net.haesleinhuepf.clij.macro.documentation.OffersDocumentation;
import net.haesleinhuepf.clij2.AbstractCLIJ2Plugin;
import net.haesleinhuepf.clij2.utilities.HasAuthor;
import net.haesleinhuepf.clij2.utilities.HasClassifiedInputOutput;
import net.haesleinhuepf.clij2.utilities.HasLicense;
import net.haesleinhuepf.clij2.utilities.IsCategorized;
import sc.fiji.imagetomask.engine.EngineException;

/** What all macro extensions have in common: how CLIJ2 lists them, and how they report errors. */
abstract class Extension extends AbstractCLIJ2Plugin
        implements CLIJOpenCLProcessor,
                OffersDocumentation,
                IsCategorized,
                HasClassifiedInputOutput,
                HasAuthor,
                HasLicense {

    Extension() {
        name = ClijExtensions.nameOf(getClass().getSimpleName());
    }

    /** Does the work, or throws an {@link IllegalArgumentException} or {@link EngineException} of one sentence. */
    abstract void execute();

    @Override
    public boolean executeCL() {
        try {
            execute();
            return true;
        } catch (IllegalArgumentException | EngineException e) {
            tell(e.getMessage());
        } catch (ClearCLException e) {
            tell(ofClij(e));
        }
        return false;
    }

    static String ofClij(ClearCLException e) {
        return "CLIJ failed: " + e.getMessage();
    }

    /** An error in a macro is shown with its line, and the macro ends. */
    void tell(String sentence) {
        Interpreter macro = Interpreter.getInstance();
        if (macro == null) {
            IJ.error(getName(), sentence);
            return;
        }
        try {
            macro.abort(sentence);
        } catch (RuntimeException canceled) { // ImageJ's way out of a macro, of which CLIJ2 would print the stack
            IJ.showStatus(sentence);
        }
    }

    @Override
    public String getInputType() {
        return "Image";
    }

    @Override
    public String getOutputType() {
        return "Image";
    }

    @Override
    public String getCategories() {
        return "Binary, Segmentation, Filter";
    }

    @Override
    public String getAuthorName() {
        return "Image To Mask developers";
    }

    @Override
    public String getLicense() {
        return "BSD-2-Clause";
    }
}
