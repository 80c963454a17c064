package org.jianxi.gateway.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.flow.LedgerInspection;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.NestedExceptionUtils;

/**
 * The gateway with its doors shut: database, keys and ledger, no web server and no routes. Configured as {@code serve} is; looks at the
 * database beside a running gateway, or starts it for the time of one question.
 */
final class ClosedHouse {

    private static final String ROOT = "org.jianxi.gateway.";

    private final List<String> settings;

    private ClosedHouse(List<String> settings) {
        this.settings = settings;
    }

    static ClosedHouse in(Home home, List<String> settings) {
        System.setProperty(Home.PROPERTY, home.folder().toString());
        var all = new ArrayList<>(List.of(
                "--jianxi.database.attach=true", "--jianxi.evidence.start-check=false", "--logging.level.root=WARN"));
        all.addAll(settings);
        return new ClosedHouse(all);
    }

    LedgerInspection.Finding inspect(LongConsumer progress) {
        return ask(context -> context.getBean(LedgerInspection.class).run(progress));
    }

    LedgerInspection.Finding inspectSince(LongConsumer progress) {
        return ask(context -> context.getBean(LedgerInspection.class).runSince(progress));
    }

    /** One question to the house; what stands in the way of an answer is said in both languages. */
    <T> T ask(Function<ApplicationContext, T> question) {
        var application = new SpringApplication(NeededOfBoot.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        try (var context = application.run(settings.toArray(String[]::new))) {
            return question.apply(context);
        } catch (CannotBeDone said) {
            throw said;
        } catch (RuntimeException unusable) {
            var cause = NestedExceptionUtils.getMostSpecificCause(unusable).getMessage();
            throw new CannotBeDone(new Bilingual("无法读取网关的数据：" + cause, "the gateway's data cannot be read: " + cause));
        }
    }

    /** What Spring Boot brings along for a database, and nothing else of it; of ours, what has no door. */
    @ComponentScan({ROOT + "database", ROOT + "intake", ROOT + "flow", ROOT + "pulling"})
    @ImportAutoConfiguration({
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class
    })
    static final class NeededOfBoot {}
}
