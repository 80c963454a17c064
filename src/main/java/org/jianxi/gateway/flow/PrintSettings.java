package org.jianxi.gateway.flow;

import java.nio.file.Path;
import java.util.Optional;
import org.jianxi.gateway.filing.print.PrintFont;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the office's PDF is printed with.
 *
 * @param font a TrueType font with Chinese characters; without it a free one of the system's is taken
 */
@ConfigurationProperties("jianxi.print")
public record PrintSettings(Optional<Path> font) {

    /** Throws {@link org.jianxi.gateway.filing.print.NoPrintFont} when there is none. */
    public PrintFont find() {
        return PrintFont.find(font);
    }
}
