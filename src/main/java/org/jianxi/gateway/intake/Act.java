package org.jianxi.gateway.intake;

import static org.jianxi.gateway.intake.Role.ADMINISTRATOR;
import static org.jianxi.gateway.intake.Role.APPROVER;
import static org.jianxi.gateway.intake.Role.AUDITOR;
import static org.jianxi.gateway.intake.Role.FILER;
import static org.jianxi.gateway.intake.Role.OFFICER;
import static org.jianxi.gateway.intake.Role.REPORTER;
import static org.jianxi.gateway.intake.Role.SENDER;

import java.util.EnumSet;
import java.util.Set;

/**
 * What can be done, and by whom: the one table of rights, which the interface and the pages both ask. Whose deliveries somebody may read
 * among all is {@link Caller#mayRead}.
 */
public enum Act {
    READ_MONTH,
    READ_DELIVERIES,
    /** Deliver a unit's return at the console, and explain it. */
    UPLOAD,
    READ_RETURN,
    /** See where offices stand with the programme's duties; a unit sees its own row. */
    READ_DUTIES,
    /** Remember how far one has read the return. */
    MARK_RETURN_READ,
    /** Send a return back, take that back, excuse lateness. */
    ANSWER_UNITS,
    REMIND,
    APPROVE,
    FILE,
    READ_PROOFS,
    BROWSE_LEDGER,
    SEE_SOURCES,
    /** Hand a list of trainees to a named receiver. */
    HAND_OVER,
    /** See what was handed over. */
    SEE_HANDOVERS,
    /** See what stands in the published lists and at the platforms. */
    SEE_PUBLISHING,
    WORK_WITH_REGISTRIES,
    TRY_MAPPINGS,
    READ_RECORDS,
    READ_NOTICES,
    REPEAT_NOTICES,
    /** Marks, and what units are asked about their records. */
    READ_MARKS,
    /** What the subsidy comes to: a sender its own. */
    READ_MONEY,
    DECIDE_MARKS,
    SEE_ACCOUNTS,
    CHANGE_ACCOUNTS;

    /** The roles that may; the auditor is in no line that changes anything. */
    public Set<Role> holders() {
        return switch (this) {
            case READ_MONTH, READ_PROOFS -> EnumSet.allOf(Role.class);
            case READ_DELIVERIES, READ_DUTIES -> EnumSet.of(SENDER, REPORTER, OFFICER, APPROVER, FILER, AUDITOR);
            case READ_MONEY -> EnumSet.of(SENDER, OFFICER, APPROVER, FILER, AUDITOR);
            case UPLOAD -> EnumSet.of(REPORTER);
            case MARK_RETURN_READ -> EnumSet.of(OFFICER, APPROVER, FILER);
            case READ_RETURN -> EnumSet.of(OFFICER, APPROVER, FILER, AUDITOR);
            case APPROVE -> EnumSet.of(OFFICER, APPROVER);
            case FILE -> EnumSet.of(OFFICER, FILER);
            case BROWSE_LEDGER, SEE_SOURCES -> EnumSet.of(OFFICER, FILER, ADMINISTRATOR, AUDITOR);
            case HAND_OVER -> EnumSet.of(OFFICER);
            case SEE_HANDOVERS -> EnumSet.of(OFFICER, AUDITOR);
            case SEE_PUBLISHING -> EnumSet.of(OFFICER, APPROVER, FILER, ADMINISTRATOR, AUDITOR);
            case REMIND, WORK_WITH_REGISTRIES, ANSWER_UNITS -> EnumSet.of(OFFICER);
            case TRY_MAPPINGS, READ_RECORDS, READ_NOTICES, READ_MARKS -> EnumSet.of(SENDER, OFFICER, FILER, AUDITOR);
            case REPEAT_NOTICES -> EnumSet.of(SENDER, OFFICER, FILER);
            case DECIDE_MARKS -> EnumSet.of(SENDER, OFFICER);
            case SEE_ACCOUNTS -> EnumSet.of(ADMINISTRATOR, AUDITOR);
            case CHANGE_ACCOUNTS -> EnumSet.of(ADMINISTRATOR);
        };
    }

    /** Their wire names, as Spring Security wants them. */
    public String[] authorities() {
        return holders().stream().map(Role::wireName).toArray(String[]::new);
    }
}
