package sc.fiji.imagetomask.engine.opencl;

/** Giving back what a device has lent: if the driver refuses, nothing more can be done, and it must not hide why. */
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
