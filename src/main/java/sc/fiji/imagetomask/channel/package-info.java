/** The 13 channels: names, definitions, per-pixel formulas in whole numbers, and the Lab nodes. Knows no pictures. */
package sc.fiji.imagetomask.channel;
