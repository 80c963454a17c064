package org.jianxi.gateway.console;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/**
 * A QR code as the path of an inline SVG, one square for each dark module: nothing is loaded for it and nothing is kept of it.
 *
 * @param size modules along an edge, the quiet zone of four among them
 */
public record QrPath(int size, String path) {

    private static final int QUIET_ZONE = 4;

    static QrPath of(String text) {
        try {
            var hints = Map.of(EncodeHintType.MARGIN, QUIET_ZONE);
            var modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
            var path = new StringBuilder();
            for (int row = 0; row < modules.getHeight(); row++) {
                for (int column = 0; column < modules.getWidth(); column++) {
                    if (modules.get(column, row)) {
                        path.append("M%d %dh1v1h-1z".formatted(column, row));
                    }
                }
            }
            return new QrPath(modules.getWidth(), path.toString());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("No QR code holds this", tooLong);
        }
    }
}
