package net.imagej;

import org.scijava.service.SciJavaService;

/** Stands in for ImageJ's interface of that name, which CLIJ's services have; empty there, too. */
public interface ImageJService extends SciJavaService {}
