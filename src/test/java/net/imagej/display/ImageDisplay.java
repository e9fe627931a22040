package net.imagej.display;

public interface ImageDisplay {}
