/** Registry extracts and lists of people as CSV: read once, in constant memory, refused with file and line. Names no person. */
@NamedInterface("files")
@NullMarked
package org.jianxi.gateway.registries.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
