/** What the subsidy comes to by the facts of records, as of a position of the ledger. */
@NamedInterface("money")
@NullMarked
package org.jianxi.gateway.records.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
