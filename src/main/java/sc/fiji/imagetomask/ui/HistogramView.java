package sc.fiji.imagetomask.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseEvent;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.ToolTipManager;
import javax.swing.UIManager;

/**
 * Draws the histogram of a channel along the axis of normalized values: the bins inside the clip range are spread over
 * 0..255, all bins below it are one bar in the shaded margin on the left, all above it one on the right. The curve
 * shows the mask value of each value after levels and Invert.
 */
final class HistogramView extends JComponent {

    private static final long serialVersionUID = 1;
    private static final Color BARS = new Color(0x87929b);
    private static final Color OBJECT = new Color(0xc0e07b00, true);
    private static final Color REST = new Color(0x90468fb8, true);
    private static final Color OUTSIDE_BARS = new Color(0xb5532f);
    private static final Color CURVE = new Color(0x0b63c5);
    private static final Color SHADE = new Color(128, 128, 128, 48);
    static final Color EDGE = new Color(0xb5532f);

    private static final int WIDTH = 385;
    private static final int HEIGHT = 130;
    private static final int INSET = 6;
    private static final int LEGEND_OPACITY = 210;

    private transient LevelsState state = LevelsState.FIRST;
    private boolean logarithmic;

    HistogramView() {
        setName("histogram");
        setPreferredSize(new Dimension(Scaled.px(WIDTH), Scaled.px(HEIGHT)));
        setBorder(BorderFactory.createLineBorder(new Color(128, 128, 128, 128)));
        ToolTipManager.sharedInstance().registerComponent(this);
    }

    void show(LevelsState newState) {
        state = newState;
        repaint();
    }

    void setLogarithmic(boolean newLogarithmic) {
        logarithmic = newLogarithmic;
        repaint();
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        HistogramBins bins = state.bins();
        if (bins == null) return null;
        double value = ValueAxis.across(this).value(event.getX());
        if (value < 0)
            return share(bins.below(), bins) + " below the clip range: they become 0 before the levels apply";
        if (value > 255)
            return share(bins.above(), bins) + " above the clip range: they become 255 before the levels apply";
        int bin = bins.binAt(value);
        return "Value " + bins.range().normalize(bin) + ", channel value " + bin + ": " + share(bins.count(bin), bins);
    }

    private static String share(long count, HistogramBins bins) {
        return String.format(Locale.ROOT, "%,d pixels (%.1f %%)", count, 100.0 * count / Math.max(1, bins.total()));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setColor(UIManager.getColor("TextField.background"));
        g.fillRect(0, 0, getWidth(), getHeight());
        ValueAxis axis = ValueAxis.across(this);
        if (state.bins() != null) paintBars(g, axis, state.bins());
        g.setColor(SHADE);
        g.fill(new Rectangle2D.Double(0, 0, axis.left(), getHeight()));
        g.fill(new Rectangle2D.Double(axis.x(255), 0, axis.left(), getHeight()));
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        paintCurve(g, axis);
        g.setColor(EDGE);
        g.draw(new Line2D.Double(axis.x(0), 0, axis.x(0), getHeight()));
        g.draw(new Line2D.Double(axis.x(255), 0, axis.x(255), getHeight()));
        g.dispose();
    }

    private void paintBars(Graphics2D g, ValueAxis axis, HistogramBins bins) {
        LevelsState.Classes classes = state.classes();
        if (classes == null) paintBars(g, axis, bins, BARS);
        else {
            paintBars(g, axis, new HistogramBins(classes.rest(), bins.range()), REST);
            paintBars(g, axis, new HistogramBins(classes.object(), bins.range()), OBJECT);
            paintLegend(g, axis);
        }
        int inset = Scaled.px(INSET);
        g.setColor(OUTSIDE_BARS);
        paintBar(g, inset, axis.left() - inset, bins.heightOf(bins.below(), logarithmic));
        paintBar(g, axis.x(255) + inset, getWidth() - inset, bins.heightOf(bins.above(), logarithmic));
    }

    private void paintBars(Graphics2D g, ValueAxis axis, HistogramBins bins, Color color) {
        g.setColor(color);
        for (int bin = bins.range().low(); bin <= bins.range().high(); bin++)
            paintBar(g, axis.x(bins.start(bin)), axis.x(bins.start(bin + 1)), bins.height(bin, logarithmic));
    }

    private void paintLegend(Graphics2D g, ValueAxis axis) {
        g.setFont(getFont() == null ? UIManager.getFont("Label.font") : getFont());
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        int line = g.getFontMetrics().getHeight();
        float left = (float) axis.left() + Scaled.px(INSET);
        String marked = "marked pixels";
        Color back = UIManager.getColor("TextField.background");
        g.setColor(new Color(back.getRed(), back.getGreen(), back.getBlue(), LEGEND_OPACITY));
        g.fill(new Rectangle2D.Float(left, line / 4f, g.getFontMetrics().stringWidth(marked), 2f * line));
        g.setColor(new Color(OBJECT.getRGB()));
        g.drawString(marked, left, line);
        g.setColor(new Color(REST.getRGB()));
        g.drawString("other pixels", left, 2 * line);
    }

    /** Bars meet at whole pixels, so that there are no gaps. */
    private void paintBar(Graphics2D g, double left, double right, double part) {
        double height = part * (getHeight() - 8);
        int from = (int) Math.round(left);
        int to = Math.max(from + 1, (int) Math.round(right));
        g.fill(new Rectangle2D.Double(from, getHeight() - height, to - from, height));
    }

    private void paintCurve(Graphics2D g, ValueAxis axis) {
        Path2D curve = new Path2D.Double();
        for (int value = 0; value < 256; value++) {
            double y = getHeight() - 2 - state.output(value) / 255 * (getHeight() - 4);
            if (value == 0) curve.moveTo(axis.x(value), y);
            else curve.lineTo(axis.x(value), y);
        }
        g.setColor(CURVE);
        g.setStroke(new BasicStroke(Scaled.px(1)));
        g.draw(curve);
    }
}
