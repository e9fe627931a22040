package sc.fiji.imagetomask.picturefile.tiff;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import sc.fiji.imagetomask.reading.ShownChannel;

/**
 * What OME-XML, such as that of a TIFF, says about its first image, see the OME data model of 2016-06. Document types and entities
 * are not read, so the XML cannot name other files or expand to very large data.
 *
 * @param uuid of the file, or empty
 * @param metadataFile the file that has the OME-XML instead, or empty
 * @param images how many images it has
 * @param pixels the attributes of the first image's Pixels, by their names
 * @param channels the attributes of its channels
 * @param places those of its TiffData; UUID and FileName are those of the element within
 */
public record OmeXml(
        String uuid,
        String metadataFile,
        int images,
        Map<String, String> pixels,
        List<Map<String, String>> channels,
        List<Map<String, String>> places) {

    /** Its name may have the prefix of a namespace. */
    private static final Pattern ROOT = Pattern.compile("<([\\w.-]+:)?OME\\b");

    /** Whether a description of a TIFF is one. */
    static boolean isOne(String description) {
        String start = description.strip();
        Matcher root = ROOT.matcher(start).region(0, Math.min(start.length(), 2000));
        return start.startsWith("<") && root.find();
    }

    /** @throws IOException if it cannot be read */
    public static OmeXml of(String text) throws IOException {
        if (text.contains("<!DOCTYPE")) throw new IOException("it has a document type");
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return new Reader(factory.createXMLStreamReader(new StringReader(text.strip()))).read();
        } catch (XMLStreamException | RuntimeException e) {
            throw new IOException("it is not well-formed XML", e);
        }
    }

    /** A whole number of Pixels; 1 if there is none. */
    int size(String name) {
        return number(pixels, name, 1);
    }

    static int number(Map<String, String> attributes, String name, int otherwise) {
        try {
            return Integer.parseInt(attributes.getOrDefault(name, "").strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** A positive number of Pixels; 0 if there is none. */
    double length(String name) {
        try {
            double length = Double.parseDouble(pixels.getOrDefault(name, ""));
            return length > 0 && length < Double.MAX_VALUE ? length : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** How each channel is shown, if all of them have a colour: red, green, blue and opacity in a number of 32 bits. */
    List<ShownChannel> shown() {
        List<ShownChannel> shown = new ArrayList<>();
        for (Map<String, String> channel : channels) {
            if (!channel.containsKey("Color")) return List.of();
            int rgba = number(channel, "Color", -1);
            shown.add(ShownChannel.of(rgba >>> 24, rgba >> 16 & 255, rgba >> 8 & 255, Double.NaN, Double.NaN));
        }
        return shown;
    }

    private static final class Reader {

        private final XMLStreamReader xml;
        private final Map<String, String> pixels = new HashMap<>();
        private final List<Map<String, String>> channels = new ArrayList<>();
        private final List<Map<String, String>> places = new ArrayList<>();
        private String uuid = "";
        private String metadataFile = "";
        private int images;

        Reader(XMLStreamReader xml) {
            this.xml = xml;
        }

        OmeXml read() throws XMLStreamException {
            while (xml.hasNext()) if (xml.next() == XMLStreamConstants.START_ELEMENT) element(xml.getLocalName());
            return new OmeXml(uuid, metadataFile, images, pixels, channels, places);
        }

        private void element(String name) throws XMLStreamException {
            switch (name) {
                case "OME" -> uuid = attributes().getOrDefault("UUID", "");
                case "BinaryOnly" -> metadataFile = attributes().getOrDefault("MetadataFile", "another file");
                case "Image" -> images++;
                case "Pixels" -> {
                    if (images == 1) pixels.putAll(attributes());
                }
                case "Channel" -> {
                    if (images == 1) channels.add(attributes());
                }
                case "TiffData" -> {
                    if (images == 1) places.add(attributes());
                }
                case "UUID" -> {
                    if (images == 1 && !places.isEmpty()) {
                        Map<String, String> place = places.get(places.size() - 1);
                        place.putAll(attributes());
                        place.put("UUID", xml.getElementText().strip());
                    }
                }
                default -> {
                    // nothing about where pixels are
                }
            }
        }

        private Map<String, String> attributes() {
            Map<String, String> attributes = new HashMap<>();
            for (int i = 0; i < xml.getAttributeCount(); i++)
                attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            return attributes;
        }
    }
}
