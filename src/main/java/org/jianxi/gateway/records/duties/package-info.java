/** What duties are judged by, counted from the facts of records in SQL, as of a position of the ledger. */
@NamedInterface("duties")
@NullMarked
package org.jianxi.gateway.records.duties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
