/** The test that users run: which devices it tests, how it goes on, and the report of one screen. */
package sc.fiji.imagetomask.selftest;
