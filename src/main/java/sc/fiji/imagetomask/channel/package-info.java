/** The channels: names, definitions, per-pixel formulas in whole numbers, the Lab nodes, stains and colour differences. Knows no pictures. */
package sc.fiji.imagetomask.channel;
