package sc.fiji.imagetomask.engine.devices;

/** What a device is. */
public enum DeviceKind {
    GPU,
    ACCELERATOR,
    PROCESSOR,
    OTHER
}
