package org.jianxi.gateway.flow;

import java.nio.file.Path;
import org.jianxi.gateway.calendar.CalendarFiles;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the gateway finds what it is told and keeps what it makes.
 *
 * @param home holds {@code routes schemas mappings}; read while running, never written
 * @param var holds the database, keys, inboxes and outboxes
 */
@ConfigurationProperties("jianxi")
public record GatewayFolders(
        @DefaultValue("") Path home, @DefaultValue("var") Path var) {

    Path keys() {
        return var.resolve("keys");
    }

    CalendarFiles calendar() {
        return new CalendarFiles(home.resolve("schemas/calendar"));
    }
}
