package net.imagej.legacy.plugin;

import org.scijava.plugin.SciJavaPlugin;

/** The type of one of CLIJ's plugins: without it SciJava warns of an exception at each start. */
public interface MacroExtensionAutoCompletionPlugin extends SciJavaPlugin {}
