/** Batches of records, of people and of what they meet, on their way into the ledger: read as they stream by, judged, kept sealed under a manifest. */
@NamedInterface("people")
@NullMarked
package org.jianxi.gateway.flow.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
