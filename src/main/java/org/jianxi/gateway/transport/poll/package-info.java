/** Documents fetched by HTTPS, page by page where a source has pages. */
@NullMarked
package org.jianxi.gateway.transport.poll;

import org.jspecify.annotations.NullMarked;
