package org.jianxi.gateway.registries.marks;

import org.jianxi.gateway.canonical.Sender;

/**
 * A current trainee's record of a marked person, still sealed.
 *
 * @param record its token in hexadecimal: the same for every version of the record
 * @param submission with the number, where the version that stands lies
 */
public record MarkedRecord(Sender sender, String record, String submission, long number) {}
