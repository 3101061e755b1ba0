/**
 * What runs at CloudFront for every request of a viewer. It tells the API which host and address the viewer has
 * (whatever the viewer said of them), and answers every address of the product's own with the one page. An address
 * with an ending is a file: where it is missing, that is 404 and never the page. It is ES5 as CloudFront runs it.
 */
export const edgeCode = `function handler(event) {
  var request = event.request;
  request.headers['x-forwarded-host'] = { value: request.headers.host.value };
  request.headers['x-viewer-address'] = { value: event.viewer.ip };
  if (!/^\\/api\\//.test(request.uri) && !/\\.[A-Za-z0-9]+$/.test(request.uri)) request.uri = '/index.html';
  return request;
}
`;
