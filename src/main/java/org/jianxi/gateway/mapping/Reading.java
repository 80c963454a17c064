package org.jianxi.gateway.mapping;

import org.jianxi.gateway.mapping.notation.Format;
import org.jianxi.gateway.mapping.notation.NumberStyle;

/** How a source's documents are read: as one monthly return, or as many records. */
sealed interface Reading permits ReturnReading, RecordReading {

    Format format();

    NumberStyle numbers();
}
