package sc.fiji.imagetomask.engine.opencl;

import sc.fiji.imagetomask.engine.EngineException;

/**
 * A device did not finish within the time limit. It may still be working, so its buffers cannot be released or used.
 */
final class HungDeviceException extends EngineException {

    private static final long serialVersionUID = 1;

    HungDeviceException(String device, long seconds) {
        super("The device " + device + " has not answered for " + seconds + " seconds.");
    }
}
