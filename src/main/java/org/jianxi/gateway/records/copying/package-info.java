/** Rows on their way into the database by COPY, in its binary format. */
@NullMarked
package org.jianxi.gateway.records.copying;

import org.jspecify.annotations.NullMarked;
