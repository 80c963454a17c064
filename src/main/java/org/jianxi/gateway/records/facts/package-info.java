/** What figures need of each record, in columns and without its person: written beside the sealed record, as it stood at any position. */
@NamedInterface("facts")
@NullMarked
package org.jianxi.gateway.records.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
