package org.jianxi.gateway.flow.reminders;

import java.time.Duration;
import java.time.Instant;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.filing.OutboxState;
import org.jianxi.gateway.filing.ProvincialReturn;
import org.jianxi.gateway.flow.FilingStatus;
import org.jianxi.gateway.flow.FilingStatus.Progress;
import org.jianxi.gateway.flow.PeriodWindow;
import org.jianxi.gateway.flow.reminders.ReminderStage.Due;
import org.jianxi.gateway.intake.Contacts;

/**
 * Reminds the office of its own return until the ministry has acknowledged one of the month.
 *
 * @param patience how long a letter about an overdue return is tried
 */
public record ProvinceReminder(FilingStatus status, ReminderLetters letters, Duration patience) {

    void remind(PeriodWindow window, ReminderStage stage, Contacts contacts, Instant now) {
        var deadlines = window.deadlines();
        var filings = status.all(deadlines.period());
        if (filings.stream().anyMatch(ProvinceReminder::isAcknowledged)) {
            return;
        }
        var stands = stands(filings.isEmpty());
        var about = new ReminderLetters.About(ProvincialReturn.PROVINCE.sender(), deadlines.period());
        var until = stage.goodUntil(now, new Due(deadlines.provinceDay(), deadlines.provinceDeadline()), patience);
        var text = ReminderText.toOffice(window, stands, now);
        contacts.office().ifPresent(office -> letters.put(about, office, stage, text, now, until));
    }

    private static boolean isAcknowledged(Progress progress) {
        return progress.outbox().state() == OutboxState.ACKNOWLEDGED;
    }

    private static Bilingual stands(boolean unfiled) {
        return unfiled
                ? new Bilingual("尚未上报", "it is not filed")
                : new Bilingual("已上报，尚未收到部里受理的回执", "it is filed and not acknowledged");
    }
}
