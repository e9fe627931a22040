package sc.fiji.imagetomask.engine.opencl;

import java.util.List;
import java.util.Set;
import sc.fiji.imagetomask.engine.EngineException;
import sc.fiji.imagetomask.engine.devices.Findings;
import sc.fiji.imagetomask.engine.devices.SearchProgram;
import sc.fiji.imagetomask.engine.devices.SearchReport;

/**
 * The program that looks for devices in a process of its own. It does the same as the engine, up to the first context
 * on each platform, and checks after each step whether Java still notices a division by zero.
 */
final class OpenClSearch {

    private OpenClSearch() {}

    /** @param args the platforms to leave out, by their numbers from 0 */
    public static void main(String[] args) {
        SearchProgram.run(args, OpenClSearch::look);
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
