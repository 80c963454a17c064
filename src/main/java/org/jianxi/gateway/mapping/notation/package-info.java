/** How things are written: the words of a mapping file, addresses in a document, numbers, dates and names in a text. */
@NamedInterface("notation")
@NullMarked
package org.jianxi.gateway.mapping.notation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
