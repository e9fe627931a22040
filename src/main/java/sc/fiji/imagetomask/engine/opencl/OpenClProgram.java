package sc.fiji.imagetomask.engine.opencl;

import java.util.List;
import java.util.Set;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.engine.devices.Findings;
import sc.fiji.imagetomask.engine.devices.SearchProgram;
import sc.fiji.imagetomask.engine.devices.SearchReport;
import sc.fiji.imagetomask.engine.devices.TestProgram;
import sc.fiji.imagetomask.engine.proof.Subject;

/**
 * The program that looks for devices, or tests one, in a process of its own. The search does the same as the engine, up
 * to the first context on each platform, and checks after each step whether Java still notices a division by zero.
 */
final class OpenClProgram {

    private OpenClProgram() {}

    /** @param args those of a test; or else the platforms that a search must leave out, by their numbers from 0 */
    public static void main(String[] args) {
        if (TestProgram.isMeant(args)) TestProgram.run(args, OpenClProgram::open);
        else SearchProgram.run(args, OpenClProgram::look);
    }

    private static Subject open(int platform, int position, String name) {
        try {
            JoclLibrary.load();
            return OpenClSubject.open(new JoclApi(), platform, position, name);
        } catch (LinkageError | UnsupportedOperationException e) {
            throw new EngineException(JoclLibrary.reason(e));
        }
    }

    private static Findings look(Set<Integer> skipped, SearchReport report) {
        try {
            JoclLibrary.load();
            ClApi api = new JoclApi();
            return new DeviceLook(api, new Trial(api, report)).devices(skipped);
        } catch (LinkageError | UnsupportedOperationException e) {
            return Findings.none(JoclLibrary.reason(e));
        } catch (EngineException e) {
            return Findings.none(e.getMessage());
        }
    }

    private record Trial(ClApi api, SearchReport report) implements DeviceLook.Watch {

        @Override
        public void platformsListed() {
            report.platformsListed(isZeroNoticed(0));
        }

        @Override
        public void platform(int index, String name) {
            report.platform(index, name);
        }

        @Override
        public boolean isHarmless(List<ClDevice> devices) {
            if (!devices.isEmpty())
                try {
                    api.release(api.createContext(
                            devices.get(0).platform(), devices.get(0).id()));
                } catch (EngineException e) { // such as a device that another process has for itself: it may work later
                    return isZeroNoticed(0);
                }
            return isZeroNoticed(0);
        }

        /** PoCL takes the signal of a division by zero, and gives 7 for 7 / 0. */
        private static boolean isZeroNoticed(int zero) {
            try {
                return 7 / zero == 0 && false;
            } catch (ArithmeticException e) {
                return true;
            }
        }
    }
}
