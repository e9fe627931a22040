package sc.fiji.imagetomask.engine.opencl;

/** Releases objects of OpenCL. An error here is only logged, so that it does not hide the first error. */
final class Release {

    private Release() {}

    static void quietly(Runnable release) {
        try {
            release.run();
        } catch (ClException e) {
            System.getLogger("sc.fiji.imagetomask").log(System.Logger.Level.DEBUG, e::getMessage);
        }
    }
}
