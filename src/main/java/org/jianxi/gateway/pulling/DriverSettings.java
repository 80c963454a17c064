package org.jianxi.gateway.pulling;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code jianxi.jdbc.*}: drivers that are not ours to ship, by the name a source's file uses.
 *
 * @param drivers by name
 */
@ConfigurationProperties("jianxi.jdbc")
public record DriverSettings(@DefaultValue Map<String, Foreign> drivers) {

    /**
     * One driver of another maker.
     *
     * @param folder where its jars lie
     * @param driverClass one of those that are known; another is refused
     * @param url what an address looks like, with {@code {host}}, {@code {port}} and {@code {database}}
     */
    public record Foreign(Path folder, String driverClass, String url) {}

    /** Driver classes that may be loaded: DM, Kingbase, openGauss, and those of our own as another version of them. */
    static final List<String> KNOWN = List.of(
            "dm.jdbc.driver.DmDriver",
            "com.kingbase8.Driver",
            "org.opengauss.Driver",
            "com.huawei.opengauss.jdbc.Driver",
            "org.postgresql.Driver",
            "org.mariadb.jdbc.Driver");
}
