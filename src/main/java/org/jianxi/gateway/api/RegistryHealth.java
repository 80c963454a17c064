package org.jianxi.gateway.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jianxi.gateway.flow.crossmatch.RegistryDesk;
import org.jianxi.gateway.flow.crossmatch.RegistryStanding;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** How old each registry's last good snapshot is and how its last run went. Never a reason to call the gateway itself ill. */
@Component
class RegistryHealth extends AbstractHealthIndicator {

    private final RegistryDesk desk;

    RegistryHealth(RegistryDesk desk) {
        super("the registries' runs cannot be read");
        this.desk = desk;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up();
        desk.all().forEach(one -> builder.withDetail(one.settings().name().value(), detail(one)));
        if (!desk.problems().isEmpty()) {
            builder.withDetail(
                    "notInForce",
                    desk.problems().stream().map(Throwable::getMessage).toList());
        }
    }

    private Map<String, Object> detail(RegistryStanding standing) {
        var detail = new LinkedHashMap<String, Object>();
        standing.ageDays(desk.today()).ifPresent(days -> detail.put("ageDays", days));
        standing.newest().ifPresent(run -> {
            detail.put("lastRun", run.state());
            detail.put("lastRunAt", run.movedAt().toString());
            run.stopped().ifPresent(why -> detail.put("stopped", why.en()));
        });
        standing.next().ifPresent(next -> detail.put("nextRunAt", next.toString()));
        return detail;
    }
}
