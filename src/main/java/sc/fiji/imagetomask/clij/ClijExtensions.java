package sc.fiji.imagetomask.clij;

import java.util.List;
import java.util.Locale;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.plugin.SciJavaPlugin;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;

/**
 * Offers the macro extensions to CLIJ2 where it is installed; elsewhere it loads nothing.
 *
 * <p>Design decision: the extensions have no annotation of their own, because SciJava warns at every start of annotations
 * that name a class which is not there.
 */
@Plugin(type = Service.class)
public final class ClijExtensions extends AbstractService {

    private static final String TYPE = "net.haesleinhuepf.clij.macro.CLIJMacroPlugin";
    private static final String NEEDED = "net.haesleinhuepf.clij2.AbstractCLIJ2Plugin";

    private static final String SUFFIX = "Extension";

    /** The classes, in this package. */
    static final List<String> CLASSES = List.of(
            "ImageToMaskExtension",
            "ImageToMaskMaskedExtension",
            "ImageToMaskLabelsExtension",
            "ImageToMaskChannelsExtension",
            "ImageToMaskChannelsMaskedExtension",
            "ImageToMaskStainsExtension",
            "ImageToMaskChannelsStainsExtension",
            "ImageToMaskDistanceExtension",
            "ImageToMaskChannelsDistanceExtension",
            "ImageToMaskTermsExtension",
            "ImageToMaskChannelsTermsExtension",
            "PushColoursExtension");

    @Parameter
    private PluginService plugins;

    @Override
    public void initialize() {
        ClassLoader loader = ClijExtensions.class.getClassLoader();
        try {
            Class.forName(NEEDED, false, loader);
            Class<? extends SciJavaPlugin> type =
                    Class.forName(TYPE, false, loader).asSubclass(SciJavaPlugin.class);
            CLASSES.forEach(simpleName -> plugins.addPlugin(info(simpleName, type, loader)));
        } catch (ClassNotFoundException | LinkageError e) {
            log().debug("CLIJ2 is not installed: there are no macro extensions for it.");
        }
    }

    /** The name in macros of a class: CLIJ2_imageToMask of ImageToMaskExtension. */
    static String nameOf(String simpleName) {
        int end = simpleName.length() - SUFFIX.length();
        return "CLIJ2_" + simpleName.substring(0, 1).toLowerCase(Locale.ROOT) + simpleName.substring(1, end);
    }

    private static <T extends SciJavaPlugin> PluginInfo<T> info(String simpleName, Class<T> type, ClassLoader loader) {
        String className = ClijExtensions.class.getPackageName() + "." + simpleName;
        PluginInfo<T> info = new PluginInfo<>(className, type, null, loader);
        info.setName(nameOf(simpleName));
        return info;
    }
}
