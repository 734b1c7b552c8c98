/** A file in the manner of another tool with every kind of element that we run, for tests: two processes, one of which calls the other. */

const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

const step = (id: string, name: string, act: string, hours: number, more = ''): string =>
  `<bpmn:userTask id="${id}" name="${name}" tt:role="Chuyên viên" tt:unit="Ủy ban" tt:limit="${hours} working_hour" tt:act="${act}">${more}</bpmn:userTask>`;
const opinion = (id: string, unit: string): string =>
  `<bpmn:userTask id="${id}" name="Ý kiến ${unit}" tt:role="Chuyên viên" tt:unit="${unit}" tt:limit="8 working_hour" tt:act="opinion"/>`;
const flow = (id: string, from: string, to: string, when = '', name = ''): string =>
  `<bpmn:sequenceFlow id="${id}" ${name ? `name="${name}" ` : ''}sourceRef="${from}" targetRef="${to}">${
    when && `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${when}</bpmn:conditionExpression>`
  }</bpmn:sequenceFlow>`;
const timer = (kind: string, value: string): string =>
  `<bpmn:timerEventDefinition><bpmn:${kind} xsi:type="bpmn:tFormalExpression">${value}</bpmn:${kind}></bpmn:timerEventDefinition>`;

/** The file; `asked` and `silent` are agencies whose opinion is asked for. */
export const everyElement = (asked: string, silent: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="${MODEL}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:tt="urn:toantrinh:bpmn:1"
  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="D" targetNamespace="x" exporter="Camunda Modeler">
  <bpmn:message id="M_police" name="Công an xác nhận"/>
  <bpmn:message id="M_stop" name="Người nộp xin dừng xác minh"/>
  <bpmn:message id="M_begun" name="Đã xác minh xong"/>
  <bpmn:process id="chinh" name="Mọi phần tử" isExecutable="true" camunda:historyTimeToLive="180">
    <bpmn:extensionElements><camunda:properties><camunda:property name="so" value="12"/></camunda:properties></bpmn:extensionElements>
    <bpmn:startEvent id="s"/>
    <bpmn:serviceTask id="trung-lap" name="Tìm hồ sơ trùng" tt:act="find-duplicates" camunda:topic="t1"/>
    <bpmn:serviceTask id="la" name="Cập nhật sổ giấy" tt:act="so-giay"/>
    ${step('kiem-tra', 'Kiểm tra hồ sơ', 'check', 2)}
    <bpmn:exclusiveGateway id="x" name="Cần xác minh?" default="f-khong"/>
    <bpmn:subProcess id="xac-minh" name="Xác minh">
      <bpmn:startEvent id="xs"/>
      ${step('tham-dinh', 'Thẩm định', 'appraise', 8)}
      <bpmn:callActivity id="goi" name="Kiểm tra thực địa" calledElement="phu"/>
      <bpmn:intermediateCatchEvent id="niem-yet" name="Niêm yết hai ngày">${timer('timeDuration', 'P2D')}</bpmn:intermediateCatchEvent>
      <bpmn:receiveTask id="cho-cong-an" name="Chờ công an" messageRef="M_police"/>
      <bpmn:endEvent id="xe"/>
      ${flow('x1', 'xs', 'tham-dinh')}${flow('x2', 'tham-dinh', 'goi')}${flow('x3', 'goi', 'niem-yet')}
      ${flow('x4', 'niem-yet', 'cho-cong-an')}${flow('x5', 'cho-cong-an', 'xe')}
    </bpmn:subProcess>
    <bpmn:boundaryEvent id="nhac" name="Hồ sơ của bạn đang được xác minh" attachedToRef="xac-minh" cancelActivity="false">${timer('timeCycle', 'R2/PT12H')}</bpmn:boundaryEvent>
    <bpmn:sendTask id="bao" name="Hồ sơ của bạn đang được xác minh"/>
    <bpmn:endEvent id="e-nhac"/>
    <bpmn:boundaryEvent id="dung" name="Xin dừng" attachedToRef="xac-minh"><bpmn:messageEventDefinition messageRef="M_stop"/></bpmn:boundaryEvent>
    <bpmn:exclusiveGateway id="gop"/>
    <bpmn:parallelGateway id="p1"/>
    ${opinion('yk-1', asked)}${opinion('yk-2', silent)}
    ${step('du-thao', 'Dự thảo', 'draft', 4)}
    <bpmn:parallelGateway id="p2"/>
    ${step('ky', 'Ký', 'sign', 2)}
    <bpmn:exclusiveGateway id="duyet" default="f-lai"/>
    ${step('dong-dau', 'Đóng dấu', 'seal', 1)}
    <bpmn:intermediateThrowEvent id="bao-xong" name="Kết quả sắp được trả"><bpmn:messageEventDefinition messageRef="M_begun"/></bpmn:intermediateThrowEvent>
    ${step('tra', 'Trả kết quả', 'return', 1)}
    <bpmn:endEvent id="e"/>
    ${flow('f1', 's', 'trung-lap')}${flow('f2', 'trung-lap', 'la')}${flow('f3', 'la', 'kiem-tra')}${flow('f4', 'kiem-tra', 'x')}
    ${flow('f-co', 'x', 'xac-minh', '${can_xac_minh == true &amp;&amp; trung == false}', 'Cần xác minh')}${flow('f-khong', 'x', 'gop', '', 'Không cần')}
    ${flow('f5', 'xac-minh', 'gop')}${flow('f6', 'dung', 'gop')}${flow('f7', 'nhac', 'bao')}${flow('f8', 'bao', 'e-nhac')}
    ${flow('f9', 'gop', 'p1')}${flow('g1', 'p1', 'yk-1')}${flow('g2', 'p1', 'yk-2')}${flow('g3', 'p1', 'du-thao')}
    ${flow('h1', 'yk-1', 'p2')}${flow('h2', 'yk-2', 'p2')}${flow('h3', 'du-thao', 'p2')}${flow('i1', 'p2', 'ky')}
    ${flow('i2', 'ky', 'duyet')}${flow('i3', 'duyet', 'dong-dau', 'duyet = true', 'Duyệt')}${flow('f-lai', 'duyet', 'gop', '', 'Làm lại')}
    ${flow('i4', 'dong-dau', 'bao-xong')}${flow('i5', 'bao-xong', 'tra')}${flow('i6', 'tra', 'e')}
  </bpmn:process>
  <bpmn:process id="phu" name="Kiểm tra thực địa" isExecutable="true">
    <bpmn:startEvent id="ps"/>${step('di', 'Đi kiểm tra', 'inspect', 4)}<bpmn:endEvent id="pe"/>
    ${flow('p-1', 'ps', 'di')}${flow('p-2', 'di', 'pe')}
  </bpmn:process>
</bpmn:definitions>`;
