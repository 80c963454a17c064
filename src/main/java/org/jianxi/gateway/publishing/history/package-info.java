/** What stood in each published list when: the rows behind the ledger's entries on them. */
@NamedInterface("history")
@NullMarked
package org.jianxi.gateway.publishing.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
